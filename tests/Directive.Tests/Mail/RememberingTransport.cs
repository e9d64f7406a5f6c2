using Directives.Mail;

namespace Directives.Tests.Mail;

/// <summary>A mail provider that remembers what it took, in order, and can be asked for it. It outlives crashes of those who use it.</summary>
internal sealed class RememberingTransport : IMailTransport
{
    private readonly Lock _guard = new();
    private readonly List<LetterDraft> _letters = [];

    /// <summary>What the provider took, in order.</summary>
    public IReadOnlyList<LetterDraft> Letters
    {
        get
        {
            lock (_guard) return [.. _letters];
        }
    }

    /// <summary>A provider that never says what became of a letter.</summary>
    public bool Mute { get; init; }

    /// <summary>Whether it says later what became of a letter.</summary>
    public bool Reports { get; init; }

    /// <summary>Called after a letter was taken, before its sender learns of it.</summary>
    public Func<LetterDraft, Task>? Took { get; set; }

    public async Task SendAsync(LetterDraft draft, CancellationToken cancel)
    {
        lock (_guard) _letters.Add(draft);
        if (Took is { } took) await took(draft);
    }

    public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) => Task.FromResult(
        Mute ? ProviderWord.Unknown : Letters.Any(l => l.Id == letterId) ? ProviderWord.Has : ProviderWord.HasNot);

    /// <summary>Letters of one reader, each as the rungs it tells, by seat.</summary>
    public IReadOnlyList<string> To(string reader) =>
        [.. Letters.Where(l => l.Reader.Id == reader).Select(l => string.Join(", ", l.Notices.Select(n => $"{n.Notice.Seat} {n.Notice.Rung}").Order(StringComparer.Ordinal)))];

    /// <summary>Notices that a reader was told more than once, and letters that came twice.</summary>
    public IReadOnlyList<string> Twice() =>
        [
            .. Letters.SelectMany(l => l.Notices.Select(n => $"{l.Reader.Id} {n.Notice.Key()}")).GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key),
            .. Letters.GroupBy(l => l.Id).Where(g => g.Count() > 1).Select(g => g.Key),
        ];
}
