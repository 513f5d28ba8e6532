/**
 * An OIDC provider that issues a token for any role and area that is asked for. Only for machines on which everybody
 * is trusted.
 */
@NullMarked
package in.sampark.simulator.identity;

import org.jspecify.annotations.NullMarked;
