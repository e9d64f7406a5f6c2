using Directives.Language;
using ScottPlot;

namespace Directives.Web.Office;

/// <content>The chart that compares editions.</content>
public static partial class OfficeCharts
{
    // The present one is grey; candidates are told apart on screens and in print.
    private static readonly Color[] _editions =
        [Color.FromHex("#5a6b7b"), Color.FromHex("#8f1d14"), Color.FromHex("#1a4f8b"), Color.FromHex("#1f6b3a"), Color.FromHex("#8a5a00")];

    private const double MostPercent = 300;

    /// <summary>Editions by measure, each in percent of the present one; what is more than three times as much is cut off there.</summary>
    /// <param name="measures">Names of the measures, with the value of each edition, the present one first; null where there is none.</param>
    /// <param name="editions">Names of the editions.</param>
    public static string Compared(IReadOnlyList<(string Name, IReadOnlyList<double?> Values)> measures, IReadOnlyList<string> editions, Texts texts, ChartSize size)
    {
        using var plot = Empty();
        var shown = measures.Where(m => m.Values[0] is > 0).ToList();
        var step = 1.0 / (editions.Count + 1);
        var most = 100.0;
        for (var m = 0; m < shown.Count; m++)
        {
            for (var e = 0; e < editions.Count; e++)
            {
                if (shown[m].Values[e] is not { } value) continue;
                var percent = Math.Min(MostPercent, value / shown[m].Values[0]!.Value * 100);
                most = Math.Max(most, percent);
                plot.Add.Bar(new Bar
                {
                    Position = shown.Count - m - ((e + 1) * step) + 0.5,
                    Value = percent,
                    FillColor = _editions[e % _editions.Length],
                    LineWidth = 0,
                    Size = step * 0.9,
                    Orientation = Orientation.Horizontal,
                });
            }
        }

        plot.Add.VerticalLine(100, 1, _ink, LinePattern.Dashed);
        plot.Axes.Left.SetTicks([.. shown.Select((_, i) => (double)(shown.Count - i))], [.. shown.Select(m => m.Name)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.SetLimits(0, most * 1.05, 0.4, shown.Count + 0.6);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = v => texts["whatif.percent", texts.Number((long)v)] };
        plot.Legend.ManualItems.AddRange(editions.Select((name, e) => new LegendItem { LabelText = name, FillColor = _editions[e % _editions.Length], LineWidth = 0 }));
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.ShowLegend(Edge.Bottom).Padding = new PixelPadding(2);
        Legend(plot);
        return Svg(plot, size, texts["whatif.chart.label"]);
    }
}
