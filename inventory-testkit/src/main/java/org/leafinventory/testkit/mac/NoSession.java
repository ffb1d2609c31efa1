package org.leafinventory.testkit.mac;

import java.io.IOException;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;

/** A session that cannot be opened, refused in the words of sshd. */
final class NoSession extends ChannelSession {

  static final ChannelFactory FACTORY =
      new ChannelFactory() {
        @Override
        public String getName() {
          return "session";
        }

        @Override
        public Channel createChannel(Session session) throws IOException {
          return new NoSession();
        }
      };

  @Override
  protected OpenFuture doInit(Buffer buffer) {
    OpenFuture refused = new DefaultOpenFuture(this, this);
    refused.setException(
        new SshChannelOpenException(
            getChannelId(), SshConstants.SSH_OPEN_CONNECT_FAILED, "open failed"));
    return refused;
  }
}
