package org.leafinventory.ssh;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What the peer is sent: a packet may have another one follow it at once. */
final class PeerOutput extends FilterOutputStream {

  private final Thread caller = Thread.currentThread();
  private @Nullable Runnable next;

  PeerOutput(OutputStream out) {
    super(out);
  }

  /** Does this once, behind the next packet that the thread sends that made this. */
  void behindNextPacket(Runnable action) {
    next = action;
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    out.write(from, offset, length);
  }

  /** Called after each packet, with the lock held that keeps packets apart. */
  @Override
  public void flush() throws IOException {
    super.flush();
    Runnable action = next;
    if (action != null && Thread.currentThread() == caller) {
      next = null;
      action.run();
    }
  }
}
