/**
 * Reads which hosts a leaf has, and where they are, from {@code leaf-config.nix} or {@code
 * leaf.config.json}.
 *
 * <pre>{@code
 * for (Target target : LeafConfigReader.create().read(root).targets()) {
 *   service.extract(target);
 * }
 * }</pre>
 */
@NullMarked
package org.leafinventory.nix.leafconfig;

import org.jspecify.annotations.NullMarked;
