using Directives.Language;

namespace Directives.Web.Office;

/// <summary>A use of a personal link: opened by its button, or a report filed by it (R3).</summary>
/// <param name="At">In the directive's zone.</param>
/// <param name="By">Whose link it was; null for one who is no longer in the register, or never was.</param>
/// <param name="Network">Never a whole address.</param>
/// <param name="Device">A family of devices in a word.</param>
public sealed record UseRow(DateTime At, bool Filed, Bilingual? By, string Network, string Device)
{
    /// <summary>So many openings are shown.</summary>
    public const int Most = 20;
}
