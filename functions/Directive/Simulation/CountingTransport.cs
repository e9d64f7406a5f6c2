using System.Security.Cryptography;
using System.Text;
using Directives.Mail;

namespace Directives.Simulation;

/// <summary>A mail provider that counts what it gets and remembers every notice, so that one told twice is found.</summary>
public sealed class CountingTransport : IMailTransport
{
    // A hash is enough to know a text again, and a year has a million of them.
    private readonly HashSet<UInt128> _letters = [];
    private readonly HashSet<UInt128> _notices = [];
    private readonly Lock _guard = new();
    private int _duplicates;

    /// <summary>Letters taken.</summary>
    public int Letters
    {
        get
        {
            lock (_guard) return _letters.Count;
        }
    }

    /// <summary>Notices that one reader was told more than once, and letters that came more than once.</summary>
    public int Duplicates => Volatile.Read(ref _duplicates);

    /// <summary>Called for each letter; tests and simulated people read it.</summary>
    public Action<LetterDraft>? OnLetter { get; set; }

    /// <inheritdoc/>
    public Task SendAsync(LetterDraft draft, CancellationToken cancel)
    {
        lock (_guard)
        {
            if (!_letters.Add(Hash(draft.Id))) _duplicates++;
            foreach (var notice in draft.Notices)
            {
                if (!_notices.Add(Hash($"{draft.Reader.Id}\n{notice.Notice.Key()}"))) _duplicates++;
            }
        }

        OnLetter?.Invoke(draft);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel)
    {
        lock (_guard) return Task.FromResult(_letters.Contains(Hash(letterId)) ? ProviderWord.Has : ProviderWord.HasNot);
    }

    private static UInt128 Hash(string text)
    {
        Span<byte> utf8 = stackalloc byte[512];
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.TryGetBytes(text, utf8, out var length) ? utf8[..length] : Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
