package dev.prepgraph.common;

import java.util.regex.Pattern;

/** The form of BCP 47 language tags. */
public final class LanguageTags {

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");

  private LanguageTags() {}

  public static boolean isValid(String tag) {
    return TAG.matcher(tag).matches();
  }
}
