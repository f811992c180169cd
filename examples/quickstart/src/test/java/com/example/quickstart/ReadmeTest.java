package com.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents show as Java compiles against the library as it is. */
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|record) (\\w+)");

  @Test
  void theJavaInTheDocumentsCompiles(@TempDir Path classes) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String document : List.of("README.md", "docs/transports.md")) {
      Matcher blocks = BLOCK.matcher(Files.readString(ROOT.resolve(document)));
      while (blocks.find()) {
        sources.add(source(blocks.group(1)));
      }
    }
    assertThat(sources).hasSizeGreaterThanOrEqualTo(3);
    assertThat(errors(sources, classes)).isEmpty();
  }

  @Test
  void theReadmeReachesItsCodeSoonAndEndsInTime() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
    assertThat(lines.indexOf("```java")).isBetween(0, 24);
    assertThat(lines).hasSizeLessThan(150);
  }

  @Test
  void thePageForAuthorsOfTransportsShowsThePlugInAsItIs() throws IOException {
    Path plugin = ROOT.resolve("examples/transport-plugin/src/main/java/com/example/acme");
    assertThat(Files.readString(ROOT.resolve("docs/transports.md")))
        .contains(Files.readString(plugin.resolve("AcmeSmsTransport.java")))
        .contains(Files.readString(plugin.resolve("AcmeSmsTransportFactory.java")));
  }

  private static List<String> errors(List<JavaFileObject> sources, Path classes)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      compiler.getTask(null, files, found, options, null, sources).call();
    }
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(one -> one.getLineNumber() + ": " + one.getMessage(Locale.ROOT))
        .toList();
  }

  private static JavaFileObject source(String text) {
    Matcher type = TYPE.matcher(text);
    assertThat(type.find()).as("a block of Java without a type: " + text).isTrue();
    return new SimpleJavaFileObject(
        URI.create("string:///" + type.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
