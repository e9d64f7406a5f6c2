using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Directives.Web;

/// <summary>
/// How much one connection may ask of the server before a request reaches the site: sizes of the head, and how slow a client may be. A telephone on a poor
/// network sends a picture at a few kilobytes a second; whoever sends less than 240 bytes a second holds a place for nothing.
/// </summary>
public static class RequestLimits
{
    public const int HeadBytes = 24 * 1024;
    public const int HeadLines = 64;
    public const int LineBytes = 8 * 1024;
    public const int BytesPerSecond = 240;
    public static readonly TimeSpan Head = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(65);

    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestHeadersTotalSize = HeadBytes;
        limits.MaxRequestHeaderCount = HeadLines;
        limits.MaxRequestLineSize = LineBytes;
        limits.RequestHeadersTimeout = Head;
        limits.KeepAliveTimeout = KeepAlive;
        limits.MinRequestBodyDataRate = new MinDataRate(BytesPerSecond, Grace);
        limits.MinResponseDataRate = new MinDataRate(BytesPerSecond, Grace);
        // Endpoints say how much they take; this is for what is no endpoint.
        limits.MaxRequestBodySize = FormLimits.Bytes;
        limits.MaxConcurrentConnections = 4096;
        limits.MaxConcurrentUpgradedConnections = 0;
    }
}
