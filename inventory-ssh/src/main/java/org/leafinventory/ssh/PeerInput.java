package org.leafinventory.ssh;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the peer sends: limited until it has shown that it speaks SSH, remembering its first words,
 * and knowing the thread that SSHJ reads it with, so that its end can be awaited.
 */
final class PeerInput extends BufferedInputStream {

  private static final int BUFFER = 64 * 1024;
  private static final int MAX_BEFORE_BANNER = 16 * 1024;
  private static final int REMEMBERED = 200;
  private static final long PATIENCE_MILLIS = 2_000;

  private final Thread caller = Thread.currentThread();
  private final CountDownLatch readerSeen = new CountDownLatch(1);
  private final byte[] first = new byte[REMEMBERED];
  private int seen;
  private volatile boolean identified;
  private volatile @Nullable Thread reader;

  PeerInput(InputStream in) {
    super(in, BUFFER);
  }

  /** From the network itself. */
  static PeerInput of(SocketChannel channel) throws IOException {
    return new PeerInput(new Acknowledging(channel));
  }

  /** The banner, which SSHJ takes byte by byte. */
  @Override
  public synchronized int read() throws IOException {
    int next = super.read();
    if (!identified && next >= 0) {
      remember((byte) next);
    }
    return next;
  }

  /** Everything after the banner. */
  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    if (reader == null && Thread.currentThread() != caller) {
      reader = Thread.currentThread();
      readerSeen.countDown();
    }
    return super.read(into, offset, length);
  }

  /** The peer has sent its SSH banner: from now on SSHJ has a thread that reads, and limits. */
  void identified() {
    identified = true;
  }

  /** The first line that the peer sent, cut after 200 bytes; empty if it sent nothing. */
  String firstLine() {
    String text = new String(first, 0, Math.min(seen, REMEMBERED), StandardCharsets.UTF_8);
    return text.lines().findFirst().orElse("");
  }

  /** Once the socket is closed: waits until SSHJ's thread has ended, which it does at once. */
  void awaitReader() {
    if (!identified) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      if (readerSeen.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) && reader != null) {
        // It may wait for our part of a key exchange, which does not come any more.
        reader.interrupt();
        reader.join(PATIENCE_MILLIS);
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void remember(byte next) throws IOException {
    if (seen < REMEMBERED) {
      first[seen] = next;
    }
    seen++;
    if (seen > MAX_BEFORE_BANNER) {
      throw new IOException("no SSH banner within " + MAX_BEFORE_BANNER + " bytes");
    }
  }

  /**
   * Has the system acknowledge at once where it can: a server's Nagle algorithm holds back its next
   * packet until then.
   */
  private static final class Acknowledging extends FilterInputStream {

    private final SocketChannel channel;
    private final boolean quickAck;

    Acknowledging(SocketChannel channel) throws IOException {
      super(channel.socket().getInputStream());
      this.channel = channel;
      this.quickAck = channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (quickAck) {
        channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      }
      return super.read(into, offset, length);
    }
  }
}
