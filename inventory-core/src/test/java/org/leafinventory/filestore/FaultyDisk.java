package org.leafinventory.filestore;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A disk that fails at a chosen operation: files as they are, seen through paths whose every open,
 * write, force, move, link, delete and list is counted. A write that fails has written half.
 */
public final class FaultyDisk {

  private final Provider provider;
  private final Path root;
  private int operations;
  private int failing = Integer.MAX_VALUE;
  private String reason = "";
  private String failed = "";

  /** The disk whose root is the directory {@code root}. */
  public FaultyDisk(Path root) {
    this.provider = new Provider(root.getFileSystem());
    this.root = wrap(root);
  }

  public Path root() {
    return root;
  }

  /** From here on, operation {@code number}, counted from 1, fails for {@code why}. */
  public void failAt(int number, String why) {
    operations = 0;
    failing = number;
    reason = why;
    failed = "";
  }

  /** From here on all goes well. */
  public void repair() {
    failAt(Integer.MAX_VALUE, "");
  }

  /** How many operations there have been since {@link #failAt}. */
  public int operations() {
    return operations;
  }

  /** The operation that failed; empty if none has. */
  public String failed() {
    return failed;
  }

  private boolean fails(String what) {
    operations++;
    boolean now = operations == failing;
    if (now) {
      failed = what;
    }
    return now;
  }

  private void count(String what, @Nullable Path path) throws IOException {
    if (fails(what)) {
      throw new FileSystemException(String.valueOf(path), null, reason);
    }
  }

  private Path wrap(Path path) {
    return (Path)
        Proxy.newProxyInstance(
            Wrapped.class.getClassLoader(),
            new Class<?>[] {Path.class, Wrapped.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Wrapped.class) {
                return path;
              }
              if (method.getName().equals("getFileSystem")) {
                return provider.system;
              }
              Object[] plain = arguments == null ? new Object[0] : arguments.clone();
              for (int i = 0; i < plain.length; i++) {
                plain[i] = plain[i] instanceof Path it ? unwrap(it) : plain[i];
              }
              try {
                return wrapAny(method.invoke(path, plain));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private @Nullable Object wrapAny(@Nullable Object value) {
    return value instanceof Path path ? wrap(path) : value;
  }

  private static Path unwrap(Path path) {
    return path instanceof Wrapped wrapped ? wrapped.unwrapped() : path;
  }

  /** How a path of this disk is told from others. */
  private interface Wrapped {
    Path unwrapped();
  }

  /** Counts, and hands on. */
  private final class Provider extends FileSystemProvider {

    private final FileSystemProvider real;
    private final FileSystem system;

    Provider(FileSystem below) {
      real = below.provider();
      system = new PathMaker(below, this);
    }

    @Override
    public FileChannel newFileChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      count("open", path);
      return new Channel(FileChannel.open(unwrap(path), options, attributes), path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      count("open", path);
      return real.newByteChannel(unwrap(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
        Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
      count("list", directory);
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> all = real.newDirectoryStream(unwrap(directory), filter)) {
        all.forEach(entry -> entries.add(wrap(entry)));
      }
      return new DirectoryStream<>() {
        @Override
        public Iterator<Path> iterator() {
          return entries.iterator();
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
      count("make directory", directory);
      real.createDirectory(unwrap(directory), attributes);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
        throws IOException {
      count("link", link);
      real.createSymbolicLink(unwrap(link), unwrap(target), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
      count("link", link);
      real.createLink(unwrap(link), unwrap(existing));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
      count("read link", link);
      return wrap(real.readSymbolicLink(unwrap(link)));
    }

    @Override
    public void delete(Path path) throws IOException {
      count("delete", path);
      real.delete(unwrap(path));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
      count("move", target);
      real.move(unwrap(source), unwrap(target), options);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
      count("copy", target);
      real.copy(unwrap(source), unwrap(target), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
      return real.isSameFile(unwrap(one), unwrap(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
      return real.isHidden(unwrap(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
      return real.getFileStore(unwrap(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
      real.checkAccess(unwrap(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
        Path path, Class<V> type, LinkOption... options) {
      return real.getFileAttributeView(unwrap(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
        Path path, Class<A> type, LinkOption... options) throws IOException {
      return real.readAttributes(unwrap(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
        throws IOException {
      return real.readAttributes(unwrap(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
        throws IOException {
      real.setAttribute(unwrap(path), attribute, value, options);
    }

    @Override
    public String getScheme() {
      return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
      return system;
    }

    @Override
    public Path getPath(URI uri) {
      throw new UnsupportedOperationException();
    }
  }

  /** Makes paths of this disk. */
  private final class PathMaker extends FileSystem {

    private final FileSystem real;
    private final FileSystemProvider provider;

    PathMaker(FileSystem real, FileSystemProvider provider) {
      this.real = real;
      this.provider = provider;
    }

    @Override
    public FileSystemProvider provider() {
      return provider;
    }

    @Override
    public Path getPath(String first, String... more) {
      return wrap(real.getPath(first, more));
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReadOnly() {
      return false;
    }

    @Override
    public String getSeparator() {
      return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return real.supportedFileAttributeViews();
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
      return real.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
      return real.newWatchService();
    }
  }

  /** A file that is open. */
  private final class Channel extends HandedOnChannel {

    private final Path path;

    Channel(FileChannel real, Path path) {
      super(real);
      this.path = path;
    }

    @Override
    public int read(ByteBuffer to, long position) throws IOException {
      count("read", path);
      return super.read(to, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      if (fails("write")) {
        ByteBuffer half = from.duplicate().limit(from.position() + from.remaining() / 2);
        while (half.hasRemaining()) {
          super.write(half);
        }
        throw new IOException(reason);
      }
      return super.write(from);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      count("force", path);
      super.force(metaData);
    }
  }
}
