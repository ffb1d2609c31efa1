/** Reads {@code ssh_config} files as OpenSSH's client does. */
@NullMarked
package org.leafinventory.ssh.config;

import org.jspecify.annotations.NullMarked;
