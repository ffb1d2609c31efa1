package org.leafinventory.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever users of the library see has a comment; what it says is checked when it is built. */
class JavadocTest {

  private static final Path PROJECT = Path.of("../..");
  private static final List<String> MODULES = List.of("api", "core", "ssh", "nix", "testkit");
  private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

  @Test
  void everything_public_in_exported_packages_has_a_comment() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : MODULES) {
      files.addAll(exportedFiles(PROJECT.resolve("inventory-" + module + "/src/main/java")));
    }
    assertThat(files).hasSizeGreaterThan(150);
    assertThat(uncommented(files)).isEmpty();
  }

  @Test
  void a_missing_comment_would_be_found(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("A.java"),
            "/** A. */ public class A { public void told() {} private void untold() {} }");
    assertThat(uncommented(List.of(file))).containsExactly("A.java: told");
  }

  private static List<Path> exportedFiles(Path sources) throws IOException {
    String module = Files.readString(sources.resolve("module-info.java"));
    List<Path> files = new ArrayList<>();
    for (String name : EXPORT.matcher(module).results().map(it -> it.group(1)).toList()) {
      try (Stream<Path> all = Files.list(sources.resolve(name.replace('.', '/')))) {
        all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    return files;
  }

  private static List<String> uncommented(List<Path> files) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      Missing missing = new Missing(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        missing.scan(unit, null);
      }
      return missing.found;
    }
  }

  /** Walks through what is visible from outside; what overrides inherits its comment. */
  private static final class Missing extends TreePathScanner<Void, Void> {

    private final DocTrees comments;
    private final List<String> found = new ArrayList<>();

    Missing(DocTrees comments) {
      this.comments = comments;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      if (isVisible(type.getModifiers())) {
        require(type.getSimpleName().toString());
        for (Tree member : type.getMembers()) {
          scan(member, null);
        }
      }
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(it -> it.getAnnotationType().toString().equals("Override"));
      if (isVisible(method.getModifiers()) && !overrides) {
        require(method.getName().toString());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void unused) {
      if (isVisible(variable.getModifiers())) {
        require(variable.getName().toString());
      }
      return null;
    }

    private void require(String name) {
      if (comments.getDocCommentTree(getCurrentPath()) == null) {
        String file = getCurrentPath().getCompilationUnit().getSourceFile().getName();
        found.add(Path.of(file).getFileName() + ": " + name);
      }
    }

    private boolean isVisible(ModifiersTree modifiers) {
      Set<Modifier> flags = modifiers.getFlags();
      return flags.contains(Modifier.PUBLIC)
          || flags.contains(Modifier.PROTECTED)
          || (isInInterface() && !flags.contains(Modifier.PRIVATE));
    }

    private boolean isInInterface() {
      TreePath parent = getCurrentPath().getParentPath();
      return parent != null && parent.getLeaf().getKind() == Tree.Kind.INTERFACE;
    }
  }
}
