package org.leafinventory.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP port behind which there is no Mac; one connection after the other, none is hung up. */
final class HostilePeer implements Closeable {

  /** What it does with a connection. */
  interface Behaviour {
    void with(Socket connection) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  private HostilePeer(ServerSocket listener, Behaviour behaviour) {
    this.listener = listener;
    this.behaviour = behaviour;
  }

  static HostilePeer start(Behaviour behaviour) throws IOException {
    HostilePeer peer =
        new HostilePeer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), behaviour);
    Thread thread = new Thread(peer::serve, "hostile-peer");
    thread.setDaemon(true);
    thread.start();
    return peer;
  }

  int port() {
    return listener.getLocalPort();
  }

  static void say(Socket connection, String words) throws IOException {
    connection.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    connection.getOutputStream().flush();
  }

  private void serve() {
    try {
      while (true) {
        Socket connection = listener.accept();
        connections.add(connection);
        try {
          behaviour.with(connection);
        } catch (IOException hungUp) {
          // The other side had enough.
        }
      }
    } catch (IOException | InterruptedException closed) {
      // The test is over.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
