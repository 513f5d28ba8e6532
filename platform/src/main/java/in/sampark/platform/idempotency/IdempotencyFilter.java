package in.sampark.platform.idempotency;

import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import in.sampark.platform.web.ProblemAnswer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Does a write that its caller has named once, and keeps the answer if it succeeded. What was refused can be sent again under the same
 * name. An answer is repeated to who may see as much as then: with another area or other roles the name means another request. Whether a request was done whose answer could not be kept is not known; it is not done a second time.
 *
 * <p>Only requests with JSON, or without a body, can be named; a file is recognised by what takes it.
 */
final class IdempotencyFilter implements WebFilter, Ordered {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final int RETRY_AFTER_SECONDS = 1;

    private final KeptAnswers answers;

    IdempotencyFilter(KeptAnswers answers) {
        this.answers = answers;
    }

    /** After it is known who calls. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String key = exchange.getRequest().getHeaders().getFirst(KEY);
        return key == null || !canBeNamed(exchange.getRequest())
                ? chain.filter(exchange)
                : caller().flatMap(caller ->
                                caller.isEmpty() ? chain.filter(exchange) : once(exchange, chain, caller.get(), key))
                        .onErrorResume(Problem.class, problem -> ProblemAnswer.write(exchange, problem));
    }

    private static boolean canBeNamed(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        return WRITES.contains(request.getMethod())
                && (type == null || MediaType.APPLICATION_JSON.isCompatibleWith(type));
    }

    /** A caller without a token has no names. */
    private static Mono<Optional<Caller>> caller() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(authentication -> authentication.getPrincipal())
                .ofType(Caller.class)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Void> once(ServerWebExchange exchange, WebFilterChain chain, Caller caller, String key) {
        if (!PRINTABLE.matcher(key).matches()) {
            return Mono.error(Problem.invalid(KEY, key, "1 to 128 printable characters without blanks"));
        }
        ServerHttpRequest request = exchange.getRequest();
        return RequestBody.of(request).flatMap(body -> {
            var named = new NamedRequest(caller.discom() + "/" + caller.subject(), key, body.hash(request, caller));
            return answers.begin(named).flatMap(beginning -> switch (beginning) {
                case Beginning.Fresh() -> handle(exchange, chain, body, named);
                case Beginning.Done(KeptAnswer answer) -> repeat(exchange.getResponse(), answer);
                case Beginning.Begun() ->
                    Mono.error(Problem.conflict(KEY + ": " + key
                                    + " names a request that has begun and is not known to have ended (expected: to wait, or to look"
                                    + " at what it was to change)")
                            .after(RETRY_AFTER_SECONDS));
                case Beginning.Different() ->
                    Mono.error(
                            Problem.unprocessable(KEY + ": " + key + " names another request (expected: a new key)"));
            });
        });
    }

    private Mono<Void> handle(ServerWebExchange exchange, WebFilterChain chain, RequestBody body, NamedRequest named) {
        var response = new BufferedResponse(exchange.getResponse());
        ServerHttpRequest request = body.in(exchange.getRequest(), response.bufferFactory());
        ServerWebExchange buffered =
                exchange.mutate().request(request).response(response).build();
        return toTheEnd(chain.filter(buffered)
                        .then(Mono.defer(() -> conclude(named, response.answer())))
                        .onErrorResume(failure -> answers.forget(named).then(Mono.error(failure))))
                .then(Mono.defer(response::release));
    }

    private Mono<Void> conclude(NamedRequest named, KeptAnswer answer) {
        return HttpStatusCode.valueOf(answer.status()).is2xxSuccessful()
                ? answers.keep(named, answer).onErrorResume(failure -> {
                    log.warn("an answer could not be kept: {}", String.valueOf(failure.getMessage()));
                    return Mono.empty();
                })
                : answers.forget(named);
    }

    /** A caller that hangs up does not end what has begun, or it would not be known what was done. */
    private static Mono<Void> toTheEnd(Mono<Void> work) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(() -> work.contextWrite(context).toFuture(), true));
    }

    private static Mono<Void> repeat(ServerHttpResponse response, KeptAnswer answer) {
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        set(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
        set(response, HttpHeaders.LOCATION, answer.location());
        set(response, HttpHeaders.ETAG, answer.entityTag());
        set(response, REPLAYED, "true");
        return answer.body().length == 0
                ? response.setComplete()
                : response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
    }

    private static void set(ServerHttpResponse response, String header, @Nullable String value) {
        if (value != null) {
            response.getHeaders().set(header, value);
        }
    }
}
