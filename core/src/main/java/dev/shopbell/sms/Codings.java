package dev.shopbell.sms;

import java.util.ArrayList;
import java.util.List;

/** The ways in which a profile may write a text, and the choice between them. */
final class Codings {
  private final List<Coding> gsm;
  private final Coding ucs2;

  private Codings(List<Coding> gsm, Coding ucs2) {
    this.gsm = List.copyOf(gsm);
    this.ucs2 = ucs2;
  }

  /** Those of a profile: by fewest tables, then in the order of its languages. */
  static Codings of(SmsProfile profile) {
    List<Coding> gsm = new ArrayList<>();
    if (profile.alphabet() == SmsEncoding.GSM_7) {
      List<GsmTable> alphabets = alphabets(profile);
      List<GsmTable> extensions = extensions(profile);
      for (int tables = 0; tables <= 2; tables++) {
        for (GsmTable alphabet : alphabets) {
          for (GsmTable extension : extensions) {
            if (Headers.tables(alphabet, extension) == tables) {
              gsm.add(Coding.gsm(alphabet, extension, Headers.left(profile, tables)));
            }
          }
        }
      }
    }
    return new Codings(gsm, Coding.ucs2(profile.ucs2()));
  }

  private static List<GsmTable> alphabets(SmsProfile profile) {
    List<GsmTable> tables = new ArrayList<>(List.of(GsmTables.ALPHABET));
    if (profile.shift().locking()) {
      profile.languages().forEach(each -> GsmTables.locking(each).ifPresent(tables::add));
    }
    return tables;
  }

  private static List<GsmTable> extensions(SmsProfile profile) {
    List<GsmTable> tables = new ArrayList<>(List.of(GsmTables.EXTENSION.only(profile.extension())));
    if (profile.shift().single()) {
      profile.languages().forEach(each -> tables.add(GsmTables.single(each)));
    }
    return tables;
  }

  List<Coding> gsm() {
    return gsm;
  }

  /** The segments in the cheapest way, when no pair is cut. Allocates nothing. */
  int segments(String text) {
    if (gsm.size() == 1) {
      int segments = gsm.get(0).segments(text);
      return segments == Coding.NOT_ENCODABLE ? ucs2.segments(text) : segments;
    }
    return choose(text).segments(text);
  }

  /**
   * The cheapest way: the fewest segments, then the fewest tables in the header, then the fewest
   * septets, then the first listed. UCS-2 only when nothing else can write the text: a character in
   * it never takes less room than two septets.
   */
  Coding choose(String text) {
    if (gsm.size() == 1) {
      Coding only = gsm.get(0);
      boolean fits = only.units(text, 0, text.length()) != Coding.NOT_ENCODABLE;
      return fits ? only : ucs2;
    }
    Coding best = ucs2;
    int fewest = Integer.MAX_VALUE;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < gsm.size(); i++) {
      Coding coding = gsm.get(i);
      int septets = coding.units(text, 0, text.length());
      if (septets == Coding.NOT_ENCODABLE || isDearer(coding, septets, best, fewest, least)) {
        continue;
      }
      int segments = coding.segments(text);
      if (segments < fewest || (segments == fewest && isSmaller(coding, septets, best, least))) {
        best = coding;
        fewest = segments;
        least = septets;
      }
      if (septets == text.length() && coding.tables() == 0) {
        break;
      }
    }
    return best;
  }

  /** Without a count of borders: what cannot even win when no pair is pushed. */
  private static boolean isDearer(Coding coding, int septets, Coding best, int fewest, int least) {
    int possible = coding.capacity().segments(septets);
    return possible > fewest || (possible == fewest && !isSmaller(coding, septets, best, least));
  }

  private static boolean isSmaller(Coding coding, int septets, Coding best, int least) {
    return coding.tables() == best.tables() && septets < least;
  }
}
