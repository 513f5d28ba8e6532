package in.sampark.platform.idempotency;

/**
 * A request that its caller has named.
 *
 * @param caller whose key it is; another caller's key is another key
 * @param key the name
 * @param hash of method, address, body and the caller's rights: the same key for anything else is a mistake
 */
record NamedRequest(String caller, String key, String hash) {}
