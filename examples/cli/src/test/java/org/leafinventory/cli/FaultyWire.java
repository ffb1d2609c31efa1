package org.leafinventory.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leafinventory.testkit.mac.SimulatedMac;

/** A TCP port that leads to a simulated Mac, over a wire on which something goes wrong. */
final class FaultyWire implements Closeable {

  /** What becomes of the bytes that the Mac sends. */
  enum Fault {
    /** After some, nothing more comes, but the connection stays. */
    HANGS,
    /** After some, one comes each second. */
    DRIPS,
    /** After some, the connection is reset. */
    RESETS,
    /** The first connection is reset, all others are fine. */
    RESETS_ONCE,
    /** The first connection is refused as a busy sshd does it, all others are fine. */
    BUSY_ONCE
  }

  private final SimulatedMac mac;
  private final Fault fault;
  private final int after;
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  private FaultyWire(SimulatedMac mac, Fault fault, int after, ServerSocket listener) {
    this.mac = mac;
    this.fault = fault;
    this.after = after;
    this.listener = listener;
  }

  /** A wire that is fine for the first {@code after} bytes of each connection. */
  static FaultyWire to(SimulatedMac mac, Fault fault, int after) throws IOException {
    FaultyWire wire =
        new FaultyWire(
            mac, fault, after, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    daemon(wire::accept);
    return wire;
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      for (int number = 0; ; number++) {
        Socket client = kept(listener.accept());
        if (fault == Fault.BUSY_ONCE && number == 0) {
          HostilePeer.say(client, "Exceeded MaxStartups\r\n");
          client.shutdownOutput();
          continue;
        }
        Socket server = kept(new Socket(mac.host(), mac.port()));
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        boolean fine = number > 0 && (fault == Fault.RESETS_ONCE || fault == Fault.BUSY_ONCE);
        daemon(() -> copy(client, server, Integer.MAX_VALUE));
        daemon(() -> copy(server, client, fine ? Integer.MAX_VALUE : after));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void copy(Socket from, Socket to, int limit) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] chunk = new byte[8192];
      int left = limit;
      while (left > 0) {
        int count = in.read(chunk, 0, Math.min(chunk.length, left));
        if (count < 0) {
          to.shutdownOutput();
          return;
        }
        out.write(chunk, 0, count);
        left -= limit == Integer.MAX_VALUE ? 0 : count;
      }
      goWrong(in, to);
    } catch (IOException | InterruptedException closed) {
      // One of the two hung up, or the test is over.
    }
  }

  private void goWrong(InputStream in, Socket to) throws IOException, InterruptedException {
    switch (fault) {
      case RESETS, RESETS_ONCE -> {
        to.setSoLinger(true, 0);
        to.close();
      }
      case DRIPS -> {
        for (int next = in.read(); next >= 0; next = in.read()) {
          to.getOutputStream().write(next);
          Thread.sleep(1_000);
        }
      }
      case HANGS, BUSY_ONCE -> {
        // Nothing is what happens.
      }
    }
  }

  private Socket kept(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "faulty-wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
