// What the interactive charts need of Apache ECharts, and no more. Built into one
// classic script that sets window.echarts; see README.md beside this file.
import { init, use } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridSimpleComponent, TooltipComponent, LabelLayout, SVGRenderer]);
window.echarts = { init };
