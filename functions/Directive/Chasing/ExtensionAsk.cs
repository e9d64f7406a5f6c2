namespace Directives.Chasing;

/// <summary>A request for more time that waits for the office's word (R10, R11).</summary>
/// <param name="Reason">In the words of who asks.</param>
/// <param name="Wished">The due date wished for (local day).</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who asked.</param>
public sealed record ExtensionAsk(string Reason, DateOnly Wished, DateTimeOffset At, string By)
{
    /// <summary>For whom, where somebody stood in for another.</summary>
    public string? For { get; init; }
}
