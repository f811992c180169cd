package dev.shopbell.sms;

import java.util.Locale;

/**
 * Names of characters as The Unicode Standard gives them, section 4.8: also those that it derives
 * by rule (NR1, NR2) and its labels for what has no name. Java names the block instead.
 */
final class CharacterNames {
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;

  private static final String[] LEADING =
      "G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H".split(",", -1);
  private static final String[] VOWELS =
      "A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I".split(",", -1);
  private static final String[] TRAILING =
      ",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H".split(",", -1);

  private CharacterNames() {}

  static String of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.PRIVATE_USE) {
      return label("private-use", codePoint);
    }
    if (type == Character.UNASSIGNED) {
      return label(isNoncharacter(codePoint) ? "noncharacter" : "reserved", codePoint);
    }
    if (codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE) {
      return syllable(codePoint - FIRST_SYLLABLE);
    }
    String prefix = prefix(String.valueOf(Character.UnicodeBlock.of(codePoint)));
    return prefix.isEmpty()
        ? String.valueOf(Character.getName(codePoint))
        : prefix + hex(codePoint);
  }

  /** Rule NR2; empty where each character of the block has a name of its own. */
  private static String prefix(String block) {
    if (block.startsWith("CJK_UNIFIED_IDEOGRAPHS")) {
      return "CJK UNIFIED IDEOGRAPH-";
    }
    if (block.startsWith("CJK_COMPATIBILITY_IDEOGRAPHS")) {
      return "CJK COMPATIBILITY IDEOGRAPH-";
    }
    return block.equals("TANGUT") || block.equals("TANGUT_SUPPLEMENT") ? "TANGUT IDEOGRAPH-" : "";
  }

  /** Rule NR1. */
  private static String syllable(int number) {
    int rest = number / TRAILING.length;
    return "HANGUL SYLLABLE "
        + LEADING[rest / VOWELS.length]
        + VOWELS[rest % VOWELS.length]
        + TRAILING[number % TRAILING.length];
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }

  private static String label(String kind, int codePoint) {
    return "<" + kind + "-" + hex(codePoint) + ">";
  }

  private static String hex(int codePoint) {
    return String.format(Locale.ROOT, "%04X", codePoint);
  }
}
