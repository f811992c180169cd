package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

@Tag("spi-02")
class TransportContractTest {
  static Stream<String> clauses() {
    return Arrays.stream(TransportContract.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void eachClauseCatchesTheTransportThatBreaksIt(String clause) {
    WrongTransports.use(WrongTransports.BY_CLAUSE.get(clause));
    assertThat(failures(clause)).containsExactly(clause);
  }

  @Test
  void everyClauseHasATransportThatBreaksIt() {
    assertThat(new TreeSet<>(WrongTransports.BY_CLAUSE.keySet()))
        .containsExactlyElementsOf(clauses().toList());
  }

  @Test
  void aRightTransportPasses() {
    WrongTransports.use(ReferenceTransport::new);
    Set<String> failed =
        clauses().flatMap(clause -> failures(clause).stream()).collect(Collectors.toSet());
    assertThat(failed).isEmpty();
  }

  private static List<String> failures(String clause) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectMethod(WrongTransports.Contract.class, clause))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
        .toList();
  }
}
