package dev.convo.archive;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a message's file: {@code 6-1-aurora-shade.jpg}. It begins with the numbers of the
 * message and of the file in it, so it is unique, never hidden, and never a device. The rest is
 * letters, digits and dashes, and one dot before the extension: no file can pose as another kind.
 */
public record AttachmentName(String text) {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern ENDING = Pattern.compile("(.+)\\.([A-Za-z0-9]{1,10})");
  private static final int LONGEST = 60;

  /** Extensions by media type, for files that have none in name or address. */
  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("application/pdf", "pdf"),
          Map.entry("application/zip", "zip"),
          Map.entry("audio/aac", "aac"),
          Map.entry("audio/amr", "amr"),
          Map.entry("audio/mp4", "m4a"),
          Map.entry("audio/mpeg", "mp3"),
          Map.entry("audio/ogg", "ogg"),
          Map.entry("audio/wav", "wav"),
          Map.entry("image/gif", "gif"),
          Map.entry("image/heic", "heic"),
          Map.entry("image/jpeg", "jpg"),
          Map.entry("image/png", "png"),
          Map.entry("image/webp", "webp"),
          Map.entry("text/plain", "txt"),
          Map.entry("video/mp4", "mp4"),
          Map.entry("video/quicktime", "mov"),
          Map.entry("video/webm", "webm"));

  /**
   * The name of a file.
   *
   * @param place its place among the message's files, from 1
   * @param called what the platform calls it, or null
   * @param type its media type, such as {@code image/jpeg}
   */
  public static AttachmentName of(
      int message, int place, @Nullable String called, String url, String type) {
    String inUrl = lastSegment(url);
    String name = called == null || called.isBlank() ? inUrl : called;
    Matcher whole = ENDING.matcher(name);
    Matcher other = ENDING.matcher(inUrl);
    String stem = whole.matches() ? whole.group(1) : name;
    String ending =
        whole.matches()
            ? whole.group(2)
            : other.matches() ? other.group(2) : ENDINGS.getOrDefault(type, "");
    String readable = UNSAFE.matcher(stem).replaceAll("-").replaceAll("^-|-$", "");
    String cut = readable.substring(0, Math.min(readable.length(), LONGEST)).replaceAll("-$", "");
    return new AttachmentName(
        message
            + "-"
            + place
            + (cut.isEmpty() ? "" : "-" + cut)
            + (ending.isEmpty() ? "" : "." + ending.toLowerCase(Locale.ROOT)));
  }

  private static String lastSegment(String url) {
    String path = url.replaceAll("(?s)[?#].*", "");
    String segment = path.substring(path.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }
}
