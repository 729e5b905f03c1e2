"""A real mail server on loopback that misbehaves on request: it takes mail over STARTTLS, and does as the word in a file says.

Usage: mailserver.py PORT CERTIFICATE KEY FOLDER. The word is read from FOLDER/mood for each message:
  take      keeps it
  unknown   550 for the recipient
  busy      451 for the recipient
  refuse    554 after the words
  stall     is silent for a long time before it asks for the words
  vanish    keeps the words, and breaks the connection before it says so
  lose      breaks the connection as soon as the words are there, and keeps nothing
"""
import asyncio
import pathlib
import ssl
import sys
import uuid

from aiosmtpd.smtp import SMTP

port, certificate, key, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4])


def mood():
    return (folder / "mood").read_text().strip()


class Mailbox:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if mood() == "stall":
            await asyncio.sleep(300)
        if mood() == "unknown":
            return "550 No such mailbox"
        if mood() == "busy":
            return "451 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if mood() == "refuse":
            return "554 Not this"
        if mood() != "lose":
            half = folder / f"{uuid.uuid4()}.part"
            half.write_bytes(envelope.content)
            half.rename(half.with_suffix(".eml"))
        if mood() in ("vanish", "lose"):
            server.transport.abort()
        return "250 OK"


async def serve():
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, key)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Mailbox(), hostname="localhost", tls_context=tls, require_starttls=True, loop=loop), "127.0.0.1", port)
    print("ready", flush=True)
    async with server:
        await server.serve_forever()


asyncio.run(serve())
