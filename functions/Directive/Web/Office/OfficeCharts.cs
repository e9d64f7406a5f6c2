using System.Globalization;
using System.Xml.Linq;
using Directives.Language;
using ScottPlot;

namespace Directives.Web.Office;

/// <summary>Width and height of a chart, in CSS pixels.</summary>
public readonly record struct ChartSize(int Width, int Height);

/// <summary>The office's charts as SVG (R13). Each stands beside a table that says the same; none needs script or a style of its own.</summary>
public static partial class OfficeCharts
{
    /// <summary>Last part of the address of the chart of reports by day.</summary>
    public const string Days = "by-day.svg";

    /// <summary>Last part of the address of the chart of areas by state.</summary>
    public const string Areas = "by-area.svg";

    public static readonly ChartSize Wide = new(560, 300);
    public static readonly ChartSize Narrow = new(358, 300);

    // As in site.css.
    private static readonly Color _ink = Color.FromHex("#1d2327");
    private static readonly Color _quiet = Color.FromHex("#56616a");
    private static readonly Color _line = Color.FromHex("#cfd5da");
    private static readonly Color _accent = Color.FromHex("#8f1d14");
    private static readonly Color[] _states =
        [Color.FromHex("#1f6b3a"), Color.FromHex("#8a5a00"), Color.FromHex("#5a6b7b"), Color.FromHex("#a61b1b"), Color.FromHex("#5c2d70")];

    private static readonly string[] _fonts = ["Noto Sans", "Liberation Sans", "DejaVu Sans"];
    private static readonly string _family = $"Segoe UI, Roboto, {string.Join(", ", _fonts)}, Arial, sans-serif";
    private const int LongestName = 20;

    /// <summary>Reports by day against the due date, beside the cycle before.</summary>
    public static string ByDay(ReportDays days, Texts texts, ChartSize size)
    {
        using var plot = Empty();
        var earlier = days.Days.Where(d => d.Earlier is not null).ToList();
        if (earlier.Count > 0) Line(plot, earlier.Select(d => ((double)d.Day, (double)d.Earlier!)), _quiet, 1.5f, texts["desk.chart.earlier"]);
        var now = days.Days.Where(d => d.Now is not null).ToList();
        if (now.Count > 0) Line(plot, now.Select(d => ((double)d.Day, (double)d.Now!)), _accent, 2.5f, texts["desk.chart.now"]);
        var due = plot.Add.VerticalLine(0, 1, _ink, LinePattern.Dashed);
        due.LegendText = $"{texts["desk.chart.due"]} {texts.Date(days.Due)}";
        var highest = Math.Max(1, Math.Max(days.Seats, days.Days.Max(d => Math.Max(d.Now ?? 0, d.Earlier ?? 0))));
        plot.Axes.SetLimits(-ReportDays.Before, ReportDays.After + 3, 0, highest * 1.4);
        var step = size.Width < 500 ? 14 : 7;
        var ticks = Enumerable.Range(-ReportDays.Before / step, ((ReportDays.Before + ReportDays.After) / step) + 1).Select(i => i * step).ToList();
        plot.Axes.Bottom.SetTicks(
            [.. ticks.Select(t => (double)t)], [.. ticks.Select(t => days.Due.AddDays(t).ToString("dd/MM", CultureInfo.InvariantCulture))]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = v => texts.Number((long)v) };
        plot.ShowLegend(Alignment.UpperLeft);
        Legend(plot);
        return Svg(plot, size, texts["desk.chart.days.label"]);
    }

    /// <summary>Areas by state, as bars beside each other.</summary>
    public static string ByArea(IReadOnlyList<AreaRow> areas, Texts texts, ChartSize size)
    {
        using var plot = Empty();
        var states = SeatCounts.States;
        for (var i = 0; i < areas.Count; i++)
        {
            var from = 0.0;
            foreach (var state in states)
            {
                var to = from + areas[i].Counts[state];
                if (to > from)
                {
                    plot.Add.Bar(new Bar
                    {
                        Position = areas.Count - i,
                        ValueBase = from,
                        Value = to,
                        FillColor = _states[(int)state],
                        LineWidth = 0,
                        Size = 0.7,
                        Orientation = Orientation.Horizontal,
                    });
                }

                from = to;
            }
        }

        plot.Axes.Left.SetTicks(
            [.. areas.Select((_, i) => (double)(areas.Count - i))], [.. areas.Select(a => Short(a.Name))]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.SetLimits(0, Math.Max(1, areas.Select(a => a.Counts.Total).DefaultIfEmpty(1).Max()) * 1.02, 0.3, areas.Count + 0.7);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = v => texts.Number((long)v) };
        var shown = states.Where(s => areas.Any(a => a.Counts[s] > 0));
        plot.Legend.ManualItems.AddRange(shown.Select(s => new LegendItem { LabelText = texts[$"state.{s}"], FillColor = _states[(int)s], LineWidth = 0 }));
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.ShowLegend(Edge.Bottom).Padding = new PixelPadding(2);
        Legend(plot);
        return Svg(plot, size, texts["desk.chart.areas.label"]);
    }

    private static Plot Empty()
    {
        var plot = new Plot();
        plot.Font.Set(_fonts.FirstOrDefault(f => Fonts.GetTypeface(f, bold: false, italic: false) is not null) ?? Fonts.Default);
        plot.FigureBackground.Color = Colors.White;
        plot.Axes.Color(_quiet);
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = _line;
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 13;
        return plot;
    }

    private static void Line(Plot plot, IEnumerable<(double X, double Y)> points, Color color, float width, string name)
    {
        var all = points.ToList();
        var line = plot.Add.ScatterLine(all.Select(p => p.X).ToArray(), all.Select(p => p.Y).ToArray(), color);
        line.LineWidth = width;
        line.ConnectStyle = ConnectStyle.StepHorizontal;
        line.LegendText = name;
    }

    private static void Legend(Plot plot)
    {
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.White.WithAlpha(.85);
        plot.Legend.FontSize = 13;
        plot.Legend.FontColor = _ink;
    }

    private static string Short(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 1), "…");

    /// <summary>The library's SVG made readable: any reader's font with its own widths, one size to scale from, a name.</summary>
    private static string Svg(Plot plot, ChartSize size, string label)
    {
        var svg = XElement.Parse(plot.GetSvgXml(size.Width, size.Height));
        svg.SetAttributeValue("viewBox", $"0 0 {size.Width} {size.Height}");
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", label);
        foreach (var text in svg.Descendants().Where(e => e.Name.LocalName == "text"))
        {
            text.SetAttributeValue("font-family", _family);
            text.SetAttributeValue("x", First(text, "x"));
            text.SetAttributeValue("y", First(text, "y"));
            text.Value = text.Value.Trim();
        }

        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static string First(XElement text, string name) => ((string?)text.Attribute(name) ?? "0").Split(',', ' ')[0];
}
