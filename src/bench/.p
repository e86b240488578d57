#!/usr/bin/env bash
# Measures a replica whose database has 1,000 partners with 10 published overlays each, as ratios to one without any that is asked in turn:
# the guide query, the same with the partner's overlay, and the overlay alone; from the response cache, and executed every time; for anonymous
# requests, the pages of one partner, and the pages of all.
# Needs wrk, python3 and a PostgreSQL server's programs (Debian: apt-get install wrk postgresql); all traffic stays on loopback.
# usage: src/bench/partners [COMMAND...]   the service; by default as in src/faults, a JVM with HEAP
set -euo pipefail
cd "$(dirname "$0")/../.."
SECONDS_EACH=${SECONDS_EACH:-1} ROUNDS=${ROUNDS:-9} CONNECTIONS=${CONNECTIONS:-8} HEAP=${HEAP:-512m} PARTNERS=${PARTNERS:-1000} OVERLAYS=${OVERLAYS:-10}
[ $# -gt 0 ] || [ -x target/prepgraph-runner ] || set -- java "-Xmx$HEAP" -XX:+ExitOnOutOfMemoryError -jar target/quarkus-app/quarkus-run.jar
command -v wrk >/dev/null || { echo "wrk is missing" >&2; exit 2; }
source src/faults/servers
declare -A port db
for name in without with; do
  db[$name]=$(free_port); new_server "$work/db-$name" "${db[$name]}"; catalogue "${db[$name]}"
done
sql -p "${db[with]}" -d prepgraph -v "partners=$PARTNERS" -v "overlays=$OVERLAYS" -f src/bench/partners.sql
for name in without with; do
  port[$name]=$(free_port); QUARKUS_DATASOURCE_JDBC_URL=$(url "${db[$name]}") replica "${port[$name]}"
done
python3 - "$work" <<'PY'
import json, sys
guide = open("src/bench/guide.graphql").read().strip()
overlay = "overlay { brandingNotes questions { prompt advice answer } links { placement headline label url } jobLinks { label url count } }"
page = guide[: guide.rindex("}", 0, -1)] + overlay + " } }"
alone = '{ roleGuide(slug: "backend-developer-intern") { id ' + overlay + " } }"
for name, query in {"guide": guide, "page": page, "overlay": alone}.items():
    with open(f"{sys.argv[1]}/{name}.json", "w") as file:
        json.dump({"query": query}, file)
PY
page() { # page REPLICA QUERY PARTNER: the response
  curl -sf "http://127.0.0.1:${port[$1]}/graphql" -H 'Content-Type: application/json' --data-binary @"$work/$2.json" \
    ${3:+-H "Origin: https://$3.example" -H "Prepgraph-Partner: $3"}
}
check() { right || { echo "FAILED: a response shows a wrong overlay, or none" >&2; exit 1; }; }
right() { # whether each partner's page shows its own overlay, and no other client one
  local partner
  for partner in 1 2 "$PARTNERS"; do
    [ "$(page with page "partner-$partner" | grep -o 'about Partner [0-9]*, part' | sort -u)" = "about Partner $partner, part" ] || return 1
  done
  page with page "" | cmp - <(page without page "") && page with guide partner-1 | cmp - <(page without guide "")
}
processor() { awk '{print ($14 + $15) * 10}' "/proc/${pids[${port[$1]}]}/stat"; } # processor REPLICA: its time in ms
measure() { # measure REPLICA QUERY PARTNERS warm|executed: requests a second, requests, processor time
  local begun; begun=$(processor "$1")
  wrk -t2 -c"$CONNECTIONS" -d"${SECONDS_EACH}s" -s src/bench/partners.lua "http://127.0.0.1:${port[$1]}/graphql" -- "$work/$2.json" "$3" "$4" >"$work/wrk"
  ! grep -E 'Non-2xx|Socket errors' "$work/wrk" >&2 || exit 1
  awk -v time="$begun" -v now="$(processor "$1")" '/requests in/ {n = $1} /Requests\/sec/ {print $2, n, now - time}' "$work/wrk"
}
check
queries=(guide page overlay)
for round in $(seq 0 "$ROUNDS"); do
  for query in "${queries[@]}"; do
    for kind in warm executed; do
      for partners in none 0 1 "$PARTNERS"; do
        if [ "$partners" = none ]; then measured=$(measure without "$query" 0 "$kind"); else measured=$(measure with "$query" "$partners" "$kind"); fi
        [ "$round" = 0 ] || echo "$measured" >>"$work/$query $kind $partners"
      done
    done
  done
done
check
echo "$PARTNERS partners with $OVERLAYS overlays each; $CONNECTIONS connections, $ROUNDS rounds of $SECONDS_EACH s in turn after one to warm up"
echo "requests/s: medians, and of their ratios to a replica without partners; µs of the service's processor time for a request"
for query in "${queries[@]}"; do
  for kind in warm executed; do
    for partners in 0 1 "$PARTNERS"; do
      paste -d' ' "$work/$query $kind $partners" "$work/$query $kind none" | python3 -c '
import statistics, sys
rows = [[float(value) for value in line.split()] for line in sys.stdin]
rate, n, time, rate_without, n_without, time_without = zip(*rows)
ratio = statistics.median(a / b for a, b in zip(rate, rate_without))
cost, cost_without = 1000 * sum(time) / sum(n), 1000 * sum(time_without) / sum(n_without)
print(f"{sys.argv[1]}: {statistics.median(rate):,.0f}, without partners {statistics.median(rate_without):,.0f}, ratio {ratio:.2f}; {cost:.0f} µs, {cost_without:.0f}, ratio {cost / cost_without:.2f}")
' "$query, $kind, $partners partners named"
    done
  done
done
