package org.leafinventory.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Hands on bytes between a client and a server, until something goes wrong at a given byte. */
final class FaultyProxy implements AutoCloseable {

  /** What goes wrong. */
  enum Fault {
    /** From there on, nothing is handed on and nothing is read in that direction. */
    STALL,
    /** One byte every 50 ms from there on. */
    TRICKLE,
    /** The connection is reset. */
    RESET,
    /** The connection is closed in order. */
    CLOSE,
    /** That byte is another one. */
    CORRUPT
  }

  /** Which bytes are counted. */
  enum Direction {
    TO_SERVER,
    TO_CLIENT
  }

  /** A fault after so many bytes. */
  record Plan(Fault fault, Direction direction, long after) {}

  private final ServerSocket listener;
  private final int serverPort;
  private final @Nullable Plan plan;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicLong toServer = new AtomicLong();
  private final AtomicLong toClient = new AtomicLong();

  /**
   * @param plan null for one that only counts
   */
  FaultyProxy(int serverPort, @Nullable Plan plan) throws IOException {
    this.serverPort = serverPort;
    this.plan = plan;
    this.listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  long bytes(Direction direction) {
    return direction == Direction.TO_SERVER ? toServer.get() : toClient.get();
  }

  private void start(Runnable task) {
    Thread thread = new Thread(task, "test-faulty-proxy");
    threads.add(thread);
    thread.start();
  }

  private void accept() {
    try {
      Socket client = listener.accept();
      sockets.add(client);
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      sockets.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      start(() -> handOn(client, server, Direction.TO_SERVER, toServer));
      start(() -> handOn(server, client, Direction.TO_CLIENT, toClient));
    } catch (IOException closed) {
      // Nobody came.
    }
  }

  private void handOn(Socket from, Socket to, Direction direction, AtomicLong count) {
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        long before = count.getAndAdd(read);
        long left = plan == null || plan.direction() != direction ? read : plan.after() - before;
        if (plan == null || left >= read || (left < 0 && plan.fault() == Fault.CORRUPT)) {
          out.write(buffer, 0, read);
        } else {
          int fine = (int) Math.max(0, left);
          out.write(buffer, 0, fine);
          out.flush();
          if (!goWrong(plan.fault(), buffer, fine, read, out)) {
            return;
          }
        }
        out.flush();
      }
      to.shutdownOutput();
    } catch (IOException | InterruptedException gone) {
      closeAll();
    }
  }

  /** Whether the connection goes on. */
  private boolean goWrong(Fault fault, byte[] buffer, int from, int to, OutputStream out)
      throws IOException, InterruptedException {
    switch (fault) {
      case STALL -> over.await();
      case RESET -> {
        for (Socket socket : sockets) {
          socket.setSoLinger(true, 0);
        }
        closeAll();
      }
      case CLOSE -> closeAll();
      case TRICKLE -> {
        for (int i = from; i < to && over.getCount() > 0; i++) {
          out.write(buffer[i]);
          out.flush();
          Thread.sleep(50);
        }
        return true;
      }
      case CORRUPT -> {
        buffer[from] ^= 0x20;
        out.write(buffer, from, to - from);
        return true;
      }
    }
    return false;
  }

  private void closeAll() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException worthless) {
        // It is being given up.
      }
    }
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    listener.close();
    closeAll();
    try {
      for (Thread thread : threads) {
        thread.join(5_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
