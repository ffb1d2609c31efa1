package org.leafinventory.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/**
 * From a host name to an open socket.
 *
 * <p>The socket is a channel's: unlike a plain socket it lets an interrupted thread go at once.
 */
final class Connector {

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

  private Connector() {}

  /**
   * Connects to the first address of {@code to} that answers.
   *
   * @throws UnknownHostException if the name has no address
   * @throws IOException if no address answers, with one suppressed exception for each but the last
   */
  static SocketChannel connect(Destination to, Deadline deadline)
      throws IOException, InterruptedException {
    deadline.step(Step.RESOLVE);
    InetAddress[] addresses = resolve(to.host(), deadline);
    deadline.step(Step.CONNECT);
    IOException earlier = null;
    for (int i = 0; i < addresses.length - 1; i++) {
      try {
        int share = (int) Math.max(1, deadline.left().toMillis() / (addresses.length - i));
        return open(new InetSocketAddress(addresses[i], to.port()), share, deadline);
      } catch (IOException e) {
        if (deadline.expiry() != null || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        if (earlier != null) {
          e.addSuppressed(earlier);
        }
        earlier = e;
      }
    }
    try {
      return open(new InetSocketAddress(addresses[addresses.length - 1], to.port()), 0, deadline);
    } catch (IOException e) {
      if (earlier != null) {
        e.addSuppressed(earlier);
      }
      throw e;
    }
  }

  /** No waiting for a resolver that does not answer: the look-up can be left behind, not ended. */
  private static InetAddress[] resolve(String host, Deadline deadline)
      throws UnknownHostException, InterruptedException {
    if (LITERAL.matcher(host).matches()) {
      return InetAddress.getAllByName(host);
    }
    FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
    deadline.guard(() -> lookup.cancel(true));
    Thread thread = new Thread(lookup, "leaf-inventory-resolve-" + host);
    thread.setDaemon(true);
    thread.start();
    try {
      InetAddress[] addresses = lookup.get();
      thread.join();
      return addresses;
    } catch (ExecutionException | CancellationException e) {
      if (e instanceof ExecutionException) {
        thread.join();
      }
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(e instanceof ExecutionException ? e.getCause() : e);
      throw unknown;
    }
  }

  /** The socket, or nothing left open; 0 milliseconds leave the limit to the deadline. */
  private static SocketChannel open(InetSocketAddress address, int millis, Deadline deadline)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      deadline.guard(channel);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(address, millis);
      return channel;
    } catch (IOException | RuntimeException e) {
      Deadline.closeQuietly(channel);
      throw e;
    }
  }
}
