using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Directives.Tables;

/// <summary>
/// Sends a batch's text as it is. The SDK writes every letter beyond ASCII, and every quotation mark, as six characters, so that a batch within the
/// limits would be too large on the way (4 MiB); most of our text is Vietnamese in JSON.
/// </summary>
public sealed class AzureLetters : HttpPipelineSynchronousPolicy
{
    private const int Escape = 6;

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Content is not { } content || !message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal)) return;
        using var written = new MemoryStream();
        content.WriteTo(written, message.CancellationToken);
        message.Request.Content = RequestContent.Create(Plain(written.GetBuffer().AsSpan(0, (int)written.Length)));
    }

    /// <summary>JSON with its <c>\uXXXX</c> as UTF-8 wherever a string may hold the character itself. Nothing else of a batch holds a backslash.</summary>
    public static ReadOnlyMemory<byte> Plain(ReadOnlySpan<byte> json)
    {
        var plain = new ArrayBufferWriter<byte>(json.Length);
        while (json.IndexOf((byte)'\\') is var at and >= 0)
        {
            plain.Write(json[..at]);
            json = json[at..];
            var used = Code(json) is { } unit ? Write(plain, unit, json) : Copy(plain, json, 2);
            json = json[used..];
        }

        plain.Write(json);
        return plain.WrittenMemory;
    }

    // How many bytes of the input were used.
    private static int Write(ArrayBufferWriter<byte> plain, char unit, ReadOnlySpan<byte> json)
    {
        if (char.IsHighSurrogate(unit) && Code(json[Escape..]) is { } low && char.IsLowSurrogate(low)) return Put(plain, new Rune(unit, low), 2 * Escape);
        if (char.IsSurrogate(unit) || char.IsControl(unit)) return Copy(plain, json, Escape);
        if (unit is '"' or '\\')
        {
            plain.Write([(byte)'\\', (byte)unit]);
            return Escape;
        }

        return Put(plain, new Rune(unit), Escape);
    }

    private static int Put(ArrayBufferWriter<byte> plain, Rune letter, int used)
    {
        plain.Advance(letter.EncodeToUtf8(plain.GetSpan(4)));
        return used;
    }

    private static int Copy(ArrayBufferWriter<byte> plain, ReadOnlySpan<byte> json, int most)
    {
        var used = Math.Min(most, json.Length);
        plain.Write(json[..used]);
        return used;
    }

    private static char? Code(ReadOnlySpan<byte> json) =>
        json.Length >= Escape && json[0] == '\\' && json[1] == 'u' && Utf8Parser.TryParse(json[2..Escape], out ushort code, out var read, 'x') && read == 4
            ? (char)code
            : null;
}
