using System.Collections.Concurrent;
using Directives.Mail;

namespace Directives.Simulation;

/// <summary>A mail provider that counts what it gets and remembers every notice, so that one told twice is found.</summary>
public sealed class CountingTransport : IMailTransport
{
    private readonly ConcurrentDictionary<string, bool> _letters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Reader, string Notice), bool> _notices = new();
    private int _duplicates;

    /// <summary>Letters taken.</summary>
    public int Letters => _letters.Count;

    /// <summary>Notices that one reader was told more than once.</summary>
    public int Duplicates => _duplicates;

    /// <summary>Called for each letter; tests and simulated people read it.</summary>
    public Action<LetterDraft>? OnLetter { get; set; }

    /// <inheritdoc/>
    public Task SendAsync(LetterDraft draft, CancellationToken cancel)
    {
        if (!_letters.TryAdd(draft.Id, true)) Interlocked.Increment(ref _duplicates);
        foreach (var notice in draft.Notices)
        {
            if (!_notices.TryAdd((draft.Reader.Id, notice.Notice.Key()), true)) Interlocked.Increment(ref _duplicates);
        }

        OnLetter?.Invoke(draft);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) =>
        Task.FromResult(_letters.ContainsKey(letterId) ? ProviderWord.Has : ProviderWord.HasNot);
}
