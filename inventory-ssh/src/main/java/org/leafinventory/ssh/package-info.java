/**
 * Reaches machines over SSH: {@link org.leafinventory.ssh.SshTransport} and what it is built from.
 */
@NullMarked
package org.leafinventory.ssh;

import org.jspecify.annotations.NullMarked;
