package org.leafinventory.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A jump host that lets nobody through, takes its time over it, and counts who is there. */
final class BusyGate implements Closeable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private int here;
  private int most;
  private int ever;

  private BusyGate() throws IOException {}

  static BusyGate open() throws IOException {
    BusyGate gate = new BusyGate();
    gate.daemon(gate::accept);
    return gate;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How many were there at the same time at most. */
  synchronized int most() {
    return most;
  }

  /** How many came. */
  synchronized int ever() {
    return ever;
  }

  private void accept() {
    try {
      while (true) {
        Socket visitor = listener.accept();
        enter();
        daemon(() -> dismiss(visitor));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void dismiss(Socket visitor) {
    try (visitor) {
      Thread.sleep(300);
      leave(); // Before the visitor can know.
    } catch (IOException | InterruptedException gone) {
      // It left of its own accord.
    }
  }

  private synchronized void enter() {
    here++;
    ever++;
    most = Math.max(most, here);
  }

  private synchronized void leave() {
    here--;
  }

  private void daemon(Runnable work) {
    Thread thread = new Thread(work, "busy-gate");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
