import "./base/base.css";
import "./widgets/controls.css";
