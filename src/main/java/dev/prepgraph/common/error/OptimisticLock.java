package dev.prepgraph.common.error;

/**
 * Rejects changes of outdated versions, except the retry of the change that made the current one.
 */
public final class OptimisticLock {

  private OptimisticLock() {}

  /**
   * @param version the current version; 0 where there is none yet
   * @param repeated whether the current version equals the result of the change
   * @param path input path of the expected version
   */
  public static void check(int version, int expected, boolean repeated, String... path) {
    if (expected != version && !(repeated && expected == version - 1)) {
      throw conflict(path);
    }
  }

  public static UserErrorException conflict(String... path) {
    return new UserErrorException(
        UserErrorCode.CONFLICT,
        "expectedVersion must be the newest version; read it, merge, and save with its version",
        path);
  }
}
