using System.Net.Sockets;

namespace Directives.Mail.Transports;

/// <summary>Makes connections with a time limit of their own, so that "not reached" is told from "no answer".</summary>
internal static class Connecting
{
    public static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> WithinAsync(TimeSpan limit) => async (context, cancel) =>
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        both.CancelAfter(limit);
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, both.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            socket.Dispose();
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection took too long.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    };
}
