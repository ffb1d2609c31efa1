package org.leafinventory.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands on bytes between clients and a server as if they were very far apart: what one side says is
 * handed on only when both have nothing more to say. So each turn takes all that can be said
 * without hearing the other side, and is half a round trip. What one side adds late, as it does on
 * a busy machine, while the other one is silent, belongs to the turn before.
 */
final class LockStepRelay implements AutoCloseable {

  private static final int QUIET_MILLIS = 150;
  private static final int TICK_MILLIS = 5;

  private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final CopyOnWriteArrayList<Socket> sockets = new CopyOnWriteArrayList<>();
  private final int serverPort;
  private final Thread thread;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger turns = new AtomicInteger();

  LockStepRelay(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.thread = new Thread(this::accept, "test-lock-step-relay");
    thread.start();
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** With the one that it takes to connect; half a one counts as one. */
  int roundTrips() {
    return connections() + (turns.get() + 1) / 2;
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        sockets.add(client);
        connections.incrementAndGet();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        sockets.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        handOn(client, server);
      }
    } catch (IOException | InterruptedException over) {
      // Closed, or one side has gone.
    }
  }

  private void handOn(Socket client, Socket server) throws IOException, InterruptedException {
    InputStream fromClient = client.getInputStream();
    InputStream fromServer = server.getInputStream();
    boolean onlyClientSpoke = false;
    boolean onlyServerSpoke = false;
    while (!client.isClosed()) {
      awaitQuiet(fromClient, fromServer);
      byte[] up = fromClient.readNBytes(fromClient.available());
      byte[] down = fromServer.readNBytes(fromServer.available());
      boolean late = down.length == 0 ? onlyClientSpoke : up.length == 0 && onlyServerSpoke;
      if (!late) {
        turns.incrementAndGet();
      }
      onlyClientSpoke = down.length == 0;
      onlyServerSpoke = up.length == 0;
      server.getOutputStream().write(up);
      client.getOutputStream().write(down);
    }
  }

  private static void awaitQuiet(InputStream... streams) throws IOException, InterruptedException {
    int waiting = -1;
    int quiet = 0;
    while (waiting <= 0 || quiet < QUIET_MILLIS) {
      int now = 0;
      for (InputStream stream : streams) {
        now += stream.available();
      }
      quiet = now == waiting ? quiet + TICK_MILLIS : 0;
      waiting = now;
      Thread.sleep(TICK_MILLIS);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
