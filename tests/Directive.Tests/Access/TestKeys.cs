using Directives.Access;

namespace Directives.Tests.Access;

/// <summary>Keys to test with, each of one byte repeated; installations in tests have the one of zeros.</summary>
internal static class TestKeys
{
    /// <summary>A ring, the newest first.</summary>
    public static KeyRing Of(params byte[] fill) => new([.. fill.Select(f => Enumerable.Repeat(f, KeyRing.Bytes).ToArray())]);
}
