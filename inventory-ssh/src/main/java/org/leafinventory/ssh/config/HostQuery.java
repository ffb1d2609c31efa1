package org.leafinventory.ssh.config;

import java.util.Optional;

/**
 * What a configuration is asked about.
 *
 * @param host the name as the person wrote it
 * @param user the user that was named beside it
 * @param localUser who is asking
 */
public record HostQuery(String host, Optional<String> user, String localUser) {}
