using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Directives.Tests.Mail.Domains;

/// <summary>A name server on a free port of this machine that knows a few texts; it answers by UDP, and what is too long for that by TCP.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    private const int LongestDatagram = 512;
    private const byte NoSuchName = 3;
    private readonly IReadOnlyDictionary<string, string[]> _texts;
    private readonly byte _answer;
    private readonly UdpClient _udp;
    private readonly TcpListener _tcp;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _serving;

    /// <param name="texts">Texts by name.</param>
    /// <param name="answer">Code of every answer; 0 for an honest one.</param>
    public NameServer(IReadOnlyDictionary<string, string[]> texts, byte answer = 0)
    {
        (_texts, _answer) = (texts, answer);
        (_udp, _tcp) = Bound();
        _serving = Task.WhenAll(UdpAsync(), TcpAsync());
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_udp.Client.LocalEndPoint!).Port}";

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _udp.Dispose();
        _tcp.Stop();
        try
        {
            await _serving;
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
        {
            // That is how it ends.
        }

        _over.Dispose();
    }

    // A port that is free for one may be taken for the other.
    private static (UdpClient Udp, TcpListener Tcp) Bound()
    {
        while (true)
        {
            var udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
            var tcp = new TcpListener((IPEndPoint)udp.Client.LocalEndPoint!);
            try
            {
                tcp.Start();
                return (udp, tcp);
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    private async Task UdpAsync()
    {
        while (true)
        {
            var question = await _udp.ReceiveAsync(_over.Token);
            var answer = Answer(question.Buffer, LongestDatagram);
            await _udp.SendAsync(answer, question.RemoteEndPoint, _over.Token);
        }
    }

    private async Task TcpAsync()
    {
        while (true)
        {
            using var client = await _tcp.AcceptTcpClientAsync(_over.Token);
            var stream = client.GetStream();
            var length = new byte[2];
            await stream.ReadExactlyAsync(length, _over.Token);
            var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
            await stream.ReadExactlyAsync(question, _over.Token);
            var answer = Answer(question, ushort.MaxValue);
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)answer.Length);
            await stream.WriteAsync(length.Concat(answer).ToArray(), _over.Token);
        }
    }

    private byte[] Answer(byte[] question, int longest)
    {
        var (name, end) = Name(question);
        var texts = _texts.GetValueOrDefault(name.ToLowerInvariant());
        var code = _answer != 0 ? _answer : texts is null ? NoSuchName : (byte)0;
        var answer = new List<byte>();
        foreach (var text in texts ?? [])
        {
            // A name that points to the question; TXT, IN, an hour.
            answer.AddRange([0xC0, 12, 0, 16, 0, 1, 0, 0, 14, 16]);
            var parts = Encoding.UTF8.GetBytes(text).Chunk(255).ToList();
            var length = parts.Sum(p => p.Length + 1);
            answer.AddRange([(byte)(length >> 8), (byte)length]);
            foreach (var part in parts) answer.AddRange([(byte)part.Length, .. part]);
        }

        var cut = end + answer.Count > longest;
        var count = cut || code != 0 ? 0 : texts?.Length ?? 0;
        byte[] head = [question[0], question[1], (byte)(0x85 | (cut ? 2 : 0)), (byte)(0x80 | code), 0, 1, 0, (byte)count, 0, 0, 0, 0];
        return [.. head, .. question[12..end], .. count == 0 ? [] : answer];
    }

    private static (string Name, int End) Name(byte[] question)
    {
        var labels = new List<string>();
        var at = 12;
        for (; question[at] != 0; at += question[at] + 1) labels.Add(Encoding.ASCII.GetString(question, at + 1, question[at]));
        return (string.Join('.', labels), at + 5);
    }
}
