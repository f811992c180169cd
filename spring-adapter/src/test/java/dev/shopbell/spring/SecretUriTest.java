package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretUriTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          smtp://a                          | 1
          smtp://a,fake://b                 | 2
          smtp://a , fake://b               | 2
          failover(smtp://a,smtp://b)       | 1
          failover(smtp://a,smtp://b),c://d | 2
          smtp://a,failover(c://d,c://e)    | 2
          smtp://user:a,b@host              | 1
          nonsense                          | 1
          """)
  void partsTransportsAtCommasThatStandBetweenThem(String text, int parts) {
    assertThat(SecretUri.of(text).parts()).hasSize(parts);
  }

  @Test
  @Tag("spring-03")
  void printsNothing() {
    assertThat(SecretUri.of("smtp://user:hunter2@host")).hasToString("***");
  }
}
