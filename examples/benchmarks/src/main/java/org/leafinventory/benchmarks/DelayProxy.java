package org.leafinventory.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.net.ExtendedSocketOptions;

/**
 * Forwards TCP connections and keeps every piece for a while on its way, so that a server on this
 * machine seems far away. Later pieces do not wait for earlier ones longer than a wire would have
 * them wait: reading goes on while others are under way.
 *
 * <p>Counts connections. Thread-safe.
 */
final class DelayProxy implements AutoCloseable {

  private static final int CHUNK = 1 << 16;
  private static final Piece END = new Piece(ByteBuffer.allocate(0), 0);

  private final ServerSocket listener;
  private final InetSocketAddress server;
  private final long delayNanos;
  private final AtomicInteger connections = new AtomicInteger();

  private DelayProxy(ServerSocket listener, InetSocketAddress server, Duration oneWay) {
    this.listener = listener;
    this.server = server;
    this.delayNanos = oneWay.toNanos();
  }

  /** What was read in one go; the last one is empty. */
  private record Piece(ByteBuffer bytes, long dueNanos) {}

  /** One before {@code server} that delays each way by {@code oneWay}, on a free port. */
  static DelayProxy before(InetSocketAddress server, Duration oneWay) throws IOException {
    ServerSocket listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    DelayProxy proxy = new DelayProxy(listener, server, oneWay);
    start("accept", proxy::accept);
    return proxy;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How many connections there have been. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        connections.incrementAndGet();
        client.setTcpNoDelay(true);
        Socket behind = new Socket();
        behind.setTcpNoDelay(true);
        behind.connect(server);
        forward(client, behind);
        forward(behind, client);
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void forward(Socket from, Socket to) {
    BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>();
    start("read", () -> read(from, underWay));
    start("write", () -> write(to, underWay));
  }

  private void read(Socket from, BlockingQueue<Piece> underWay) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      for (int read = next(from, in, chunk); read >= 0; read = next(from, in, chunk)) {
        underWay.add(
            new Piece(ByteBuffer.wrap(Arrays.copyOf(chunk, read)), System.nanoTime() + delayNanos));
      }
    } catch (IOException e) {
      // The connection was reset: for the other side it ends.
    }
    underWay.add(END);
  }

  /** Acknowledged at once: what is to be delayed is the way, not a piece that waits behind it. */
  private static int next(Socket from, InputStream in, byte[] chunk) throws IOException {
    if (from.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
      from.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
    return in.read(chunk);
  }

  private static void write(Socket to, BlockingQueue<Piece> underWay) {
    try (to) {
      OutputStream out = to.getOutputStream();
      for (Piece piece = underWay.take(); piece.bytes().hasRemaining(); piece = underWay.take()) {
        TimeUnit.NANOSECONDS.sleep(piece.dueNanos() - System.nanoTime());
        out.write(piece.bytes().array());
      }
    } catch (IOException e) {
      // The other side has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, "delay-proxy-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
