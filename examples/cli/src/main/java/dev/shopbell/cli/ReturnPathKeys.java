package dev.shopbell.cli;

import dev.shopbell.identity.Verp;
import dev.shopbell.store.SigningKeys;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The keys that return paths were signed with. */
final class ReturnPathKeys {
  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = {
        "The platform's signing keys: lines of an id and a secret.",
        "With them, only a delivery that a signed return path names is told where there is one."
      })
  private @Nullable Path file;

  Optional<Verp> verp() {
    return Optional.ofNullable(file)
        .map(found -> Verp.signed(SigningKeys.parse(DnsOptions.lines("--keys", found))));
  }
}
