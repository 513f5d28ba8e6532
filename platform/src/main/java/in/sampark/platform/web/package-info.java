/** Manners that all services' HTTP shares: errors as RFC 9457 problem details, pages, who is behind a proxy. */
@NullMarked
package in.sampark.platform.web;

import org.jspecify.annotations.NullMarked;
