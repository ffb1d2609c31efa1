/**
 * The Nix language as immutable nodes.
 *
 * <p>{@link org.leafinventory.nix.ast.Nix} makes them, {@link org.leafinventory.nix.ast.NixExpr}
 * combines them, and a {@code NixPrinter} turns them into text. A node that exists can be printed
 * and parsed back by Nix: whatever Nix cannot express is refused when the node is made.
 *
 * <pre>{@code
 * NixFile module =
 *     Nix.file(
 *         Nix.function(
 *             Nix.pattern("lib", "pkgs").withEllipsis(),
 *             Nix.set(
 *                 Nix.bind(Nix.attr("services", "nginx", "enable"), true),
 *                 Nix.bind("motd", Nix.string("Hello from ", Nix.ref("lib").select("version"))))));
 * }</pre>
 *
 * <p>All types here are immutable and safe to share between threads. {@code equals}, {@code
 * hashCode} and {@code toString} are structural and recurse, so their depth is bounded by the
 * thread's stack; building and printing are not.
 */
@NullMarked
package org.leafinventory.nix.ast;

import org.jspecify.annotations.NullMarked;
