package dev.prepgraph.common.error;

/**
 * Refuses changes that were made on another version of an object than the newest. Only the repeat
 * of the change that made the newest one is let through: its first response may have got lost.
 */
public final class OptimisticLock {

  private OptimisticLock() {}

  /**
   * Checks the version that a change was made on.
   *
   * @param version the object's newest; 0 where there is none yet
   * @param expected the one that the change was made on
   * @param repeated whether the newest version says already what the change wants
   * @param path the names from the argument down to the expected version
   * @throws UserErrorException when it was made on another one
   */
  public static void check(int version, int expected, boolean repeated, String... path) {
    if (expected != version && !(repeated && expected == version - 1)) {
      throw conflict(path);
    }
  }

  /**
   * The user error for a change that was made on another version.
   *
   * @param path the names from the argument down to the expected version
   */
  public static UserErrorException conflict(String... path) {
    return new UserErrorException(
        UserErrorCode.CONFLICT,
        "expectedVersion must be the newest version; read it, merge, and save with its version",
        path);
  }
}
