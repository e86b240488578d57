"""Starts a service several times: python3 start.py ROUNDS NAME COMMAND... prints medians; its settings are in the environment."""
import http.client
import json
import os
import statistics
import subprocess
import sys
import time

rounds, name, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
port = int(os.environ["QUARKUS_HTTP_PORT"])
folder = os.path.dirname(__file__)
body = json.dumps({"query": open(folder + "/guide.graphql").read()})


def ask():
    """The answer, or None while nobody listens."""
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("POST", "/graphql", body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        return response.status, json.load(response)
    except OSError:
        return None


def cpu_millis(pid):
    times = open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()[11:13]
    return sum(map(int, times)) * 1000 / os.sysconf("SC_CLK_TCK")


def resident_mib(pid):
    return next(int(line.split()[1]) for line in open("/proc/%d/status" % pid) if line.startswith("VmRSS")) / 1024


times, cpu, resident = [], [], []
for round in range(rounds + 1):
    begun = time.perf_counter()
    service = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while (answer := ask()) is None:
        if service.poll() is not None:
            raise SystemExit("The service ended")
        time.sleep(0.001)
    took = (time.perf_counter() - begun) * 1000
    if answer[0] != 200 or answer[1]["data"]["roleGuide"]["questions"]["totalCount"] < 10:
        raise SystemExit("Not the right answer: %s" % (answer,))
    if round > 0:  # the first one warms the file cache
        times.append(took)
        cpu.append(cpu_millis(service.pid))
    if round >= rounds - 2:
        subprocess.run([sys.executable, folder + "/mixed.py", str(port), "1000"], check=True)
        resident.append(resident_mib(service.pid))
    service.terminate()
    service.wait()
print(
    "%-20s %5.0f ms to the first answer (%4.0f to %4.0f; %4.0f ms of processor time), %4.0f MiB resident after 1,000 requests"
    % (name, statistics.median(times), min(times), max(times), statistics.median(cpu), statistics.median(resident)),
    flush=True,
)
