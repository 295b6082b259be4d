/**
 * Calls a function for a test that cannot reach this place directly. Returns its value, or the text of its error.
 *
 * @param source the source of the function
 * @param args   its arguments
 */
export async function call({source, args}) {
  try {
    const value = await (0, eval)(`(${source})`)(...args);
    return {value};
  } catch (error) {
    return {error: String(error)};
  }
}
